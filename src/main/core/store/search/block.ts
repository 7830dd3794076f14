/** Entries of one block, by seq: what is counted is kept for each block that is full. */
export const BLOCK = 4_096

/** First the block of seq 1; a block holds `block * BLOCK < seq <= (block + 1) * BLOCK`. */
export const blockOf = (seq: number): number => Math.floor((seq - 1) / BLOCK)
