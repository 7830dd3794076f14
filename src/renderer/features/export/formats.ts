import type { ExportFormat } from '../../../shared/domain/export.ts'

/** What each kind of file is for, in the words of the one who has to choose. */
export const formatWords: Record<ExportFormat, { label: string; purpose: string }> = {
  zip: {
    label: 'Ticket bundle (ZIP)',
    purpose:
      'For a ticket: a report that opens in any browser, with findings, timeline and sessions; beside it the log, what differs from OCPP, the configuration and versions.',
  },
  html: {
    label: 'Web page (HTML)',
    purpose: 'One file that opens in any browser: the log, coloured, searchable offline, good to print.',
  },
  csv: { label: 'Table (CSV)', purpose: 'For a spreadsheet: one entry a line, one property a column.' },
  jsonl: { label: 'Data (JSONL)', purpose: 'For programs: one JSON object a line, with each message exactly as it came.' },
  trace: {
    label: 'OCPP trace (JSONL)',
    purpose:
      'For other OCPP tools, analysers and simulators: Open OCPP Trace 1.1. Messages only; connects and broken frames have no place in it.',
  },
  txt: { label: 'Plain text', purpose: 'For an e-mail, a terminal or a text search: one entry a line.' },
}
