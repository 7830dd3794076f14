import type { Database } from 'better-sqlite3'

/**
 * Numbered by position: a database at `user_version` n has had the first n. Never edit one that has been released; add.
 * Times are epoch ms; `raw` is the exact text; a bigint never appears (transaction ids are text).
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    charger_id TEXT NOT NULL,
    connection_id INTEGER,
    direction TEXT CHECK (direction IN ('in', 'out')),
    kind TEXT NOT NULL,
    raw TEXT NOT NULL,
    raw_base64 TEXT,
    run_id TEXT,
    -- what reading it gave; a rebuild writes these again
    category TEXT NOT NULL,
    message_type TEXT,
    message_id TEXT,
    action TEXT,
    summary TEXT NOT NULL,
    latency_ms INTEGER,
    severity TEXT NOT NULL,
    deviations TEXT NOT NULL,
    connector_id INTEGER,
    transaction_id TEXT,
    session_id INTEGER,
    answers INTEGER
  ) STRICT;
  CREATE INDEX entries_by_charger ON entries (charger_id, seq);
  CREATE INDEX entries_by_time ON entries (at);
  CREATE INDEX entries_by_run ON entries (run_id) WHERE run_id IS NOT NULL;
  CREATE INDEX entries_by_session ON entries (session_id) WHERE session_id IS NOT NULL;
  CREATE INDEX entries_by_call ON entries (answers) WHERE answers IS NOT NULL;

  CREATE TABLE segments (
    charger_id TEXT NOT NULL,
    lane TEXT NOT NULL,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    last_state TEXT,
    from_at INTEGER NOT NULL,
    to_at INTEGER,
    why TEXT NOT NULL,
    PRIMARY KEY (charger_id, lane, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX segments_by_time ON segments (charger_id, from_at);

  CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    charger_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    session TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_charger ON sessions (charger_id, started_at);

  CREATE TABLE samples (
    charger_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    connector_id INTEGER NOT NULL,
    transaction_id TEXT,
    power_w REAL,
    current_a REAL,
    voltage_v REAL,
    energy_wh REAL,
    soc_percent REAL
  ) STRICT;
  CREATE INDEX samples_by_time ON samples (charger_id, at);

  CREATE TABLE marks (
    charger_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    connector_id INTEGER,
    text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX marks_by_time ON marks (charger_id, at);

  -- what reading the next entry of a charger needs to know of those up to seq, as JSON; later ones are read again at start
  CREATE TABLE memories (charger_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, memory TEXT NOT NULL) STRICT;

  CREATE TABLE users (
    id TEXT PRIMARY KEY COLLATE NOCASE,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    expires_at INTEGER,
    payment_method_id TEXT,
    price_group_id TEXT
  ) STRICT;
  CREATE TABLE payment_methods (id TEXT PRIMARY KEY, name TEXT NOT NULL, charges INTEGER NOT NULL) STRICT;
  CREATE TABLE price_groups (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    price_per_kwh REAL NOT NULL,
    start_fee REAL NOT NULL,
    fee_per_minute REAL NOT NULL,
    idle_fee_per_minute REAL NOT NULL
  ) STRICT;
  CREATE TABLE charger_settings (charger_id TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
  -- settings of the app, virtual chargers, counters: JSON by name
  CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  INSERT INTO payment_methods VALUES ('card', 'Card', 1), ('invoice', 'Invoice', 1), ('free', 'Free', 0);
  INSERT INTO price_groups VALUES ('standard', 'Standard', 'EUR', 0.49, 0, 0, 0);
  `,
  `
  ALTER TABLE users ADD COLUMN parent_id TEXT;
  -- what chargers do against the rules is counted without reading the entries that keep them
  CREATE INDEX entries_with_deviations ON entries (charger_id, seq) WHERE deviations <> '[]';
  `,
  `
  -- what was sent from the composer, and what is worth sending again
  CREATE TABLE sent_messages (
    id TEXT PRIMARY KEY,
    charger_id TEXT NOT NULL,
    action TEXT,
    at INTEGER NOT NULL,
    message TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sent_messages_by_charger ON sent_messages (charger_id, at);
  CREATE TABLE favourites (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    protocol TEXT NOT NULL,
    action TEXT NOT NULL,
    payload TEXT NOT NULL,
    saved_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- configurations kept under a name; secrets are not in them
  CREATE TABLE configuration_snapshots (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    charger_id TEXT NOT NULL,
    protocol TEXT,
    taken_at INTEGER NOT NULL,
    item_count INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    items TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- the first time that a message tells: by the charger's clock, and on ours
  ALTER TABLE entries ADD COLUMN reported_at INTEGER;
  ALTER TABLE entries ADD COLUMN corrected_at INTEGER;
  `,
  `
  -- imported logs; each has a database of its own beside this one
  CREATE TABLE recordings (id TEXT PRIMARY KEY, imported_at INTEGER NOT NULL, recording TEXT NOT NULL) STRICT;
  `,
  `
  -- what is told afterwards is placed in the past: one entry may bring several segments of a lane. A rebuild fills the table.
  DROP TABLE segments;
  CREATE TABLE segments (
    charger_id TEXT NOT NULL,
    lane TEXT NOT NULL,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    last_state TEXT,
    from_at INTEGER NOT NULL,
    to_at INTEGER,
    why TEXT NOT NULL,
    late INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    PRIMARY KEY (charger_id, lane, seq, from_at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX segments_by_time ON segments (charger_id, from_at);
  `,
  `
  -- what one connection said, and which was the last
  CREATE INDEX entries_by_connection ON entries (connection_id) WHERE connection_id IS NOT NULL;
  `,
  `
  -- what a technician should know, found while entries are read
  CREATE TABLE findings (
    charger_id TEXT NOT NULL,
    id TEXT NOT NULL,
    session_id INTEGER,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    finding TEXT NOT NULL,
    PRIMARY KEY (charger_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX findings_by_time ON findings (charger_id, last_at);
  `,
  `
  -- in a merged recording: the logs that have an entry, and when by their clocks, as JSON
  ALTER TABLE entries ADD COLUMN origin TEXT;
  `,
  `
  -- what somebody put on entries, in the database that the entries are in; and filters worth using again
  CREATE TABLE bookmarks (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
  CREATE TABLE saved_filters (id TEXT PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, filter TEXT NOT NULL) STRICT;
  `,
  `
  -- charging profiles that were accepted, by the entry of the call; and the course of each charger's clock. A rebuild fills them.
  CREATE TABLE commanded (
    charger_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    until_at INTEGER,
    profile TEXT NOT NULL,
    PRIMARY KEY (charger_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX commanded_by_time ON commanded (charger_id, at, until_at);
  CREATE TABLE clock (
    charger_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    measured_ms INTEGER NOT NULL,
    offset_ms INTEGER NOT NULL,
    PRIMARY KEY (charger_id, at, seq)
  ) STRICT, WITHOUT ROWID;

  -- what a stretch of time shows stands together, and is found without reading the rest: the segments of one lane, and heartbeats
  DROP TABLE segments;
  CREATE TABLE segments (
    charger_id TEXT NOT NULL,
    lane TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    last_state TEXT,
    to_at INTEGER,
    why TEXT NOT NULL,
    late INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    PRIMARY KEY (charger_id, lane, from_at, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX heartbeats ON entries (charger_id, at) WHERE action = 'Heartbeat' AND message_type = 'call';
  `,
  `
  -- lists of sessions show the newest of very many, and what was found in those
  CREATE INDEX sessions_by_start ON sessions (started_at, id);
  CREATE INDEX sessions_running ON sessions (id) WHERE ended_at IS NULL;
  CREATE INDEX findings_by_session ON findings (session_id, finding ->> 'severity') WHERE session_id IS NOT NULL;
  -- with every column, so that what a charger measured in a year is read in one go and not row by row from all over the file
  DROP INDEX samples_by_time;
  CREATE INDEX samples_by_time ON samples
    (charger_id, at, seq, connector_id, transaction_id, power_w, current_a, voltage_v, energy_wh, soc_percent);
  `,
  `
  -- what came long after it happened, by when it happened
  CREATE INDEX entries_told_later ON entries (corrected_at) WHERE corrected_at < at - 60000;
  `,
]

/** Brings the database to the newest version. @throws where it was written by a newer Chargebench */
export function migrate(db: Database): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) {
    throw new Error(
      `This data folder was written by a newer Chargebench (version ${version} of the database; this one knows ${migrations.length}). Install the newer one, or choose another data folder.`,
    )
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${index + 1}`)
    })()
  }
}
