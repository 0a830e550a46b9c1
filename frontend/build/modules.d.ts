/** The lint plug-in has no types of its own. */
declare module "eslint-plugin-jsx-a11y" {
  const plugin: { flatConfigs: { strict: import("eslint").Linter.Config } };
  export default plugin;
}

/** What build/ uses of a package whose own types lag behind it. */
declare module "subset-font" {
  interface Options {
    targetFormat: "woff2";
    variationAxes?: Record<string, { min: number; max: number }>;
    noLayoutClosure?: boolean;
  }
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>;
}
