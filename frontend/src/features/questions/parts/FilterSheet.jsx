import { counted } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Dialog } from "../../../ui/Dialog.jsx";
import { FilterPanel } from "./FilterPanel.jsx";

/**
 * The filters where there is no room beside the list.
 *
 * @param {import("./FilterPanel.jsx").FilterProps & { open: boolean, onClose: () => void, count: number | undefined, onClear: () => void }} props
 */
export function FilterSheet({ open, onClose, count, onClear, ...filters }) {
  const footer = (
    <>
      <Button look="quiet" onClick={onClear}>
        Clear
      </Button>
      <Button look="primary" onClick={onClose}>
        Show {counted(count ?? 0, "question")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title="Filters" look="sheet" footer={footer}>
      <div class="dialog__body">
        <FilterPanel {...filters} />
      </div>
    </Dialog>
  );
}
