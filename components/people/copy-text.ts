/**
 * Copies the text of a field.
 * @returns false when the browser refuses: without https it has no clipboard, and the old way may be switched off
 */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
