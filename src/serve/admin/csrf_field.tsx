/** Proves that a form of the desk came from the desk. */
export function Csrf({ csrf }: { readonly csrf: string }) {
  return <input type="hidden" name="csrf" value={csrf} />;
}
