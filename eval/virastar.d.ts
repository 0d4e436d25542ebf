declare module 'virastar' {
  /** The typographic cleaner that display is measured against. */
  class Virastar {
    cleanup(text: string): string;
  }
  // The package's own shape.
  // biome-ignore lint/style/noDefaultExport: declared by the package
  export default Virastar;
}
