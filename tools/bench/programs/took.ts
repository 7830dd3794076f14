/** What a program tells of its work. */
export interface Took {
  ms: number
  /** Most memory before the work began. */
  beforeMB: number
  /** Most memory until its end. */
  peakMB: number
}
