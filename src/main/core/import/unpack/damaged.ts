import { UnreadableLog } from '../types.ts'

/** The rest of one file cannot be unpacked; what came before is good, and other files may be, too. */
export class Damaged extends UnreadableLog {}
