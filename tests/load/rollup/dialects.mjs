// What the two engines say differently of the same rows. Ids are sixteen digits, which both can make
// of numbers: UUIDs on PostgreSQL, blobs on SQLite.

export const postgresql = {
  series: (name, to) => `generate_series(1, ${to}) AS ${name}`,
  id: (noun, m, rest = "0") =>
    `encode(convert_to('${noun}' || lpad((${m})::text, 7, '0') || lpad((${rest})::text, 8, '0'), 'UTF8'), 'hex')::uuid`,
  before: (day, days) => `(DATE '${day}' - (${days}))`,
  text: (number) => `(${number})::text`,
  code: (number) => `lpad((${number})::text, 2, '0')`,
  json: (text) => `(${text})::jsonb`,
  /** Nothing here breaks a foreign key; not asking 2 million times is what is saved. */
  begin: "BEGIN; SET LOCAL session_replication_role = replica",
  end: "COMMIT; VACUUM ANALYZE",
};

export const sqlite = {
  series: (name, to) => `(SELECT value AS ${name} FROM generate_series(1, ${to})) AS ${name}`,
  id: (noun, m, rest = "0") => `CAST(printf('${noun}%07d%08d', ${m}, ${rest}) AS BLOB)`,
  before: (day, days) => `date('${day}', (-(${days})) || ' days')`,
  text: (number) => `CAST((${number}) AS TEXT)`,
  code: (number) => `printf('%02d', ${number})`,
  json: (text) => text,
  begin: "BEGIN",
  end: "COMMIT; ANALYZE",
};
