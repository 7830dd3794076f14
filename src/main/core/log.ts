/** The app's own log, behind one interface so that the core does not know who writes it. */
export interface Log {
  info(message: string, details?: object): void
  warn(message: string, details?: object): void
  error(message: string, details?: object): void
}
