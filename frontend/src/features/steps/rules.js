/** Times to plan for. Pure. */

/** "6 h", "45 min", "1 h 30". @param {number} minutes */
export function duration(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest}`;
}

/** @param {ReadonlyArray<{ minutes: number }>} steps */
export const total = (steps) => Math.round(steps.reduce((sum, { minutes }) => sum + minutes, 0) / 60);
