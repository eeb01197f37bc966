/** Saves code as a file of the person's computer. */
export function downloadCode(code: string, extension: string): void {
  const address = URL.createObjectURL(new Blob([code], { type: "text/plain" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: `code.${extension}` });
  link.click();
  URL.revokeObjectURL(address);
}
