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

/** What scripts/grade.js uses of the grader, which has no types. */
declare module "@mdn/mdn-http-observatory" {
  interface Test {
    pass: boolean;
    result: string;
    scoreModifier: number;
  }
  export function scan(hostname: string): Promise<{ scan: { grade: string; score: number }; tests: Record<string, Test> }>;
}
