/** Hands a text to the technician as a file: the browser downloads it, the desktop app asks where to put it. */
export function saveFile({ fileName, mediaType, text }: { fileName: string; mediaType: string; text: string }): void {
  saveBlob(fileName, new Blob([text], { type: mediaType }))
}

/** The same for what is not a text, such as a picture. */
export function saveBlob(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
