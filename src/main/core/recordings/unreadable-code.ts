/** Error code of what is no fault of the app: its message is a sentence for the technician. */
export const UNREADABLE = 'UNREADABLE_LOG'
