/**
 * Why a file could not be written, as a sentence for the technician.
 * @param dir the export folder, as it is named on the screen
 */
export function diskProblem(error: unknown, dir: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk of the export folder ${dir} is full. Make room and export again.`
    case 'EACCES':
    case 'EPERM':
      return `Chargebench may not write into the export folder ${dir}.`
    case 'EROFS':
      return `The export folder ${dir} is on a disk that can only be read.`
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return `The export folder ${dir} is not there, or is not a folder.`
    case 'EIO':
      return `The disk of the export folder ${dir} reported an error.`
    default:
      return `The export failed: ${error instanceof Error ? error.message : String(error)}.`
  }
}
