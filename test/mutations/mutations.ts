// Faults of merging, each a line that is otherwise. The suite of the replicas has to notice every one.

export interface Mutation {
  readonly name: string
  readonly edits: readonly (readonly [file: string, text: string, instead: string])[]
}

const DB = 'src/main/db'
const one = (name: string, file: string, text: string, instead: string): Mutation => ({
  name,
  edits: [[`${DB}/${file}`, text, instead]],
})

const MERGE = 'replicate/merge-row.ts'
const RECEIVE = 'replicate/receive.ts'
const BODY = 'replicate/merge-body.ts'
const ENDS = 'replicate/open-ends.ts'
const CAUSALITY = 'replicate/causality.ts'
const TOUCHES = 'replicate/touches.ts'
const FOREIGN = 'replicate/foreign-body.ts'
const WRITER = 'write/row-writer.ts'
const CLOCK = 'log/clock.ts'
const STORE = 'log/log-store.ts'
const SETS = 'log/log-sets.ts'
const PACKING = 'log/packing.ts'
const WIRE = 'replicate/wire.ts'
const ROWS = 'write/row-store.ts'
const INCARNATION = 'log/incarnation.ts'

const inOrderOf = (...columns: readonly ('oid' | 'seq' | 'hlc')[]): Mutation['edits'][number] => [
  `${DB}/${SETS}`,
  'from: (lsn) => merged(rowsFrom.iterate(lsn), packedFrom(lsn), (one, other) => one.lsn < other.lsn),',
  `from: (lsn) => [...merged(rowsFrom.iterate(lsn), packedFrom(lsn), (one, other) => one.lsn < other.lsn)]
     .sort((one, other) => ${columns.map((column) => `one.${column} - other.${column}`).join(' || ')}).values(),`,
]
const followsNoClock: Mutation['edits'][number] = [
  `${DB}/${CLOCK}`,
  'last >= wall && last - wall < DAY_TICKS ? last + 1 : wall',
  'wall',
]

/** Those that every design of this kind is tried with. */
const usual: readonly Mutation[] = [
  { name: 'Sends in the order of origins, not of arrival', edits: [inOrderOf('oid', 'seq')] },
  { name: 'Sends in the order of stamps, with clocks that follow nobody further than a day', edits: [inOrderOf('hlc')] },
  { name: 'Sends in the order of stamps, with clocks that go back', edits: [inOrderOf('hlc'), followsNoClock] },
  { name: 'The clock goes back', edits: [followsNoClock] },
  one('The clock does not hear of others', STORE, 'clock.receive(nowMs, set.hlc)', ''),
  one('The clock follows a machine that is years ahead', CLOCK, 'if (stamp <= (wallMs - EPOCH) * MS_TICKS + DAY_TICKS) ', ''),
  one('A stamp need not be later than what it replaces', CLOCK, 'Math.max(local, atLeast + 1)', 'local'),
  one(
    'What was built on stays an open end',
    MERGE,
    'if (base !== null && hasEnds && !incoming.decides(place, base)) ends.buildOn(place, base)',
    '',
  ),
  one('No tie-break between equal stamps', CAUSALITY, 'origin > otherOrigin', 'oidOf(one) > oidOf(other)'),
  one(
    'A cell written twice in one change set',
    WRITER,
    'if (changed.some(({ base }) => base === now.version)) {',
    'if (now.version === -1) {',
  ),
]

const openEnds: readonly Mutation[] = [
  one('A value that comes late and loses is dropped', MERGE, 'ends.add(place, { version: incoming.version, value })', ''),
  one(
    'A value that is overtaken is dropped',
    MERGE,
    'ends.add(place, { version: current, value: hidden?.value ?? held(layout, row.id, cell) })',
    '',
  ),
  one(
    'The earlier of two values shows',
    MERGE,
    '!causality.isNewer(incoming.version, current)',
    'causality.isNewer(incoming.version, current)',
  ),
  one('The one that comes last shows', MERGE, 'base !== current && !causality.isNewer(incoming.version, current)', 'base === -1'),
  one(
    'A cell keeps its old version',
    MERGE,
    '||= isArchive\n      putColumns(changes, cell, value)\n      versions[cell.id] = incoming.version',
    '||= isArchive\n      putColumns(changes, cell, value)',
  ),
  one(
    'A deletion that is overtaken while outlived leaves what shows',
    MERGE,
    'value: hidden?.value ?? held(layout, row.id, cell)',
    'value: held(layout, row.id, cell)',
  ),
]

const deletions: readonly Mutation[] = [
  one('A deletion wins over work it did not know of', MERGE, 'if (newest === 0) return {}', 'if (newest !== -1) return {}'),
  one(
    'Work that comes after a deletion it did not know of is hidden',
    MERGE,
    'incoming.archives(layout, row.id) ? {} : outlive(layout, row, { archive, versions, incoming })',
    '{}',
  ),
  one(
    'Work keeps a row although its writer had seen the deletion',
    MERGE,
    'causality.saw(incoming.version, by) || causality.saw(by, incoming.version)',
    'false',
  ),
  one('Work that a deletion had seen keeps the row', MERGE, '!causality.saw(incoming.version, leaf) &&', ''),
  one('To edit a row and delete it in one breath is work that keeps it', MERGE, 'incoming.archives(layout, row.id) ? {} : ', ''),
  one(
    'To edit a row and delete it in one breath is work that a deletion outlives',
    MERGE,
    '!isArchivedBy(leaf, layout, row.id, archive),',
    'true,',
  ),
  one('A deletion that was decided about stays listed', MERGE, 'ends.forgetRevival(layout.id, row.id)', ''),
  one('A deletion that was decided about here stays listed', WRITER, 'ends.forgetRevival(layout.id, row.id)', ''),
  one(
    'Work on what stands on a row does not count where it arrives',
    BODY,
    'layout && merge.workOn(layout, rowId, incoming) ?',
    "layout && rowId === '' ?",
  ),
  one('Work on what stands on a row is forgotten', TOUCHES, 'for (const touch of own) touches.note(touch)', ''),
  one('Nobody says what a row stands on', 'write/change-set-builder.ts', '...(p.length > 0 ? { p } : {}),', ''),
  one('A change of a row does not say what it stands on', WRITER, 'eachGround(layout.name, after, written, now.set.stoodOn)', ''),
  one('A new row does not say what it stands on', WRITER, 'eachGround(layout.name, values, null, now.set.stoodOn)', ''),
  one('A restoring is forgotten once it is written over', TOUCHES, '[...stood, ...restored]', '[...stood]'),
  one(
    'What a deletion wrote over is forgotten',
    TOUCHES,
    'hidden: hiddenUnder(body, archived, toLocal)',
    'hidden: hiddenUnder(body, new Set(), toLocal)',
  ),
]

const decisions: readonly Mutation[] = [
  one('To decide about an end counts as building on it', MERGE, 'hasEnds && !incoming.decides(place, base)', 'hasEnds'),
  one(
    'A decision of another machine closes nothing',
    BODY,
    'for (const { place, end } of closed) ends.close(set, place, end)',
    '',
  ),
  one('A decision made here closes nothing', WRITER, 'ends.close({ oid: log.oid, op: now.op }, place, end)', ''),
  one('A second decision about the same end is not noted', ENDS, '?? closersOf.get(tableId, rowId, cellId, version)?.value', ''),
  one('A decision about what was put aside is passed over', BODY, 'decide()\n      if (only === null)', 'if (only === null)'),
  one('A field that nobody filled counts as written', MERGE, 'base !== current && isUnwritten(cell.id)', 'false'),
  one('A decision of another machine that is taken back stays', RECEIVE, 'if (undoes && set.part === 1) settle(undoes)', ''),
  one('A decision made here that is taken back stays', WRITER, '    settle(now.undoes)\n', ''),
  one(
    'One of two decisions taken back opens the end',
    ENDS,
    'if (closersOf.all(tbl, row, cell, ver).some(stands)) drop.run(tbl, row, cell, ver)\n        else ',
    '',
  ),
  one(
    'A decision about an outlived deletion keeps no word of it',
    BODY,
    'return isIt ? revival : { version }',
    'return { version }',
  ),
  one(
    'A taking back that is taken back itself is not followed',
    RECEIVE,
    'operation = reader.undoneBy(operation)',
    'operation = null',
  ),
]

const order: readonly Mutation[] = [
  one('Nobody says what he saw', STORE, 'seq > (said.get(one) ?? 0) ? [versionOf(one, seq)] : []', '[]'),
  one(
    'What others saw is not kept',
    STORE,
    'for (const version of set.saw) insertSeen.run(set.oid, oidOf(version), set.seq, seqOf(version))',
    '',
  ),
  one('What others saw is believed unseen', RECEIVE, 'if (causality.stampOf(version) === undefined)', 'if (version === -1)'),
  one(
    'A replaced value need not be here',
    MERGE,
    'if (stamp === undefined || stamp >= (causality.stampOf(incoming.version) ?? 0))',
    'if (base === -1)',
  ),
  one(
    'A replaced value need not be earlier',
    MERGE,
    'stamp === undefined || stamp >= (causality.stampOf(incoming.version) ?? 0)',
    'stamp === undefined',
  ),
  one('A change of a row that is not here makes one', MERGE, 'if (cells.some(({ base }) => base !== null))', 'if (rowId === "")'),
  one('The chain is not checked', RECEIVE, 'if (!chain || (set.chain && !chain.equals(set.chain)))', 'if (set.seq === -1)'),
  one('A gap is not noticed', RECEIVE, 'if (set.seq > seq + 1) throw', 'if (set.seq === -1) throw'),
  one(
    'Another history under a known name is not noticed',
    RECEIVE,
    'if (set.chain && !Buffer.from(logged.chainAt(oid, set.seq) ?? []).equals(set.chain))',
    'if (set.seq === -1)',
  ),
  one('Own changes that were lost are not noticed', RECEIVE, 'if (oid === log.oid) throw', 'if (oid === -1) throw'),
  one('Anybody may write', RECEIVE, 'known === undefined && said === undefined', 'set.seq === -1'),
  one('What failed is not rolled back in memory', 'write/transaction.ts', 'log.restoreHead(before)', ''),
  one(
    'A value of the wrong kind is taken',
    'replicate/foreign-body.ts',
    'values.length !== cell.columns.length || !cell.columns.every((column, index) => holds(column, values[index]))',
    'values.length < 0',
  ),
  one(
    'Half a character is written',
    WRITER,
    'values[column] = storable(given[column] ?? null)',
    'values[column] = given[column] ?? null',
  ),
  one(
    'A value is written that nobody else takes',
    'write/change-set-builder.ts',
    'if (!holds(column, logged(row[column.name], column.type)))',
    'if (!holds(column, logged(row[column.name], column.type)) && false)',
  ),
]

/** Of what is not asked for where it cannot be. */
const shortcuts: readonly Mutation[] = [
  one(
    'A row that is only decided about counts as without ends',
    'replicate/row-with-ends.ts',
    " OR ${hangsIn('sync_closed')}",
    '',
  ),
  one('A row that work kept counts as never archived', MERGE, ' || row.hasRevival === 1', ''),
  one('What is derived from a row stays as it was', ROWS, 'written.some(layout.feedsDerived) ? layout.derive(after) : {}', '{}'),
  one('A column that others are derived from stands alone', ROWS, '!feedsDerived(column) && ', ''),
  one('A column that is searched stands alone', ROWS, ' && !search?.reads(column)', ''),
  one('A row that is archived elsewhere is found as before', ROWS, "column !== 'archivedAt' && ", ''),
  one('A number beside a record is found as before', ROWS, "name !== 'contactPoints' && ", ''),
]

/** Of what only the commands tell: all machines agree about it, and about the change sets. */
const books: readonly Mutation[] = [
  one(
    'All machines count under one letter',
    'open-workspace.ts',
    'beginSeries(raw, birth.seriesLetter)',
    "beginSeries(raw, 'A')",
  ),
  one(
    'A new row that is taken back stands on',
    'log/undo.ts',
    "effect.isInserted ? { archivedAt: at, archivedReason: 'undone' }",
    "effect.isInserted ? { archivedReason: 'undone' }",
  ),
]

/** Of machines that are put back to a copy of their database. */
const copies: readonly Mutation[] = [
  one(
    'A copy that is put back goes on under its old origin',
    INCARNATION,
    'UPDATE sync_meta SET v = ? WHERE',
    'UPDATE sync_meta SET v = v + 0 * ? WHERE',
  ),
  one(
    'A copy that is put back gives numbers under its old letter',
    INCARNATION,
    'if (letters.length === 0) return false',
    'if (letters.length >= 0) return false',
  ),
  one('A way is left, but not by the rows', 'replicate/leave-branch.ts', '    moveVersions(raw, sets, move)\n', ''),
  one(
    'A way is left, but not by what was seen',
    'replicate/leave-branch.ts',
    '    if (sets.length > 0) moveSight(raw, parted, move)\n',
    '',
  ),
  one('All who leave a way name it as they like', 'replicate/leave-branch.ts', 'leftName(old, seq, first)', 'null'),
  one('A way that others left is gone on', 'replicate/left-ways.ts', 'first > 0 && first <= held', 'first < 0'),
  one('No name tells that it was set back', 'replicate/left-ways.ts', 'firsts.length === 0 ? null', 'firsts.length >= 0 ? null'),
]

/** Of tags that several machines put on and off. */
const tags: readonly Mutation[] = [
  one(
    'Each machine makes a row of its own of a tag on a record',
    'write/transaction.ts',
    'naturalIdOf(log.workspaceId, table, key)',
    'naturalIdOf(log.originHex, table, key)',
  ),
  one(
    'A tag that was taken off is gone, whoever puts it on meanwhile',
    MERGE,
    'if (!mayOutlive(row)) return {}\n    return incoming',
    "if (!mayOutlive(row) || layout.name === 'recordTags') return {}\n    return incoming",
  ),
]

/** Of what is written once. */
const ledgers: readonly Mutation[] = [
  one(
    'An entry of a ledger may be changed from elsewhere',
    FOREIGN,
    'layout.appendOnly.has(cellId)',
    'layout.appendOnly.has(-1)',
  ),
  one('Of an entry added twice the last stands', MERGE, 'layout.appendOnly.has(cell.id)', 'layout.appendOnly.has(-1)'),
  one(
    'Of an entry added twice the one that comes last shows',
    MERGE,
    'if (causality.isNewer(current, incoming.version)) {\n          putColumns',
    'if (true) {\n          putColumns',
  ),
  one('An entry of a ledger may be changed here', WRITER, 'layout.appendOnly.has(id)', 'layout.appendOnly.has(-1)'),
]

/** Of what is packed, in the file and on the way. */
const packs: readonly Mutation[] = [
  one('A run ends one too late', PACKING, 'index - begin + 1, first', 'index - begin + 2, first'),
  one('What came in a batch is there only if it was packed', PACKING, 'for (const set of held.values()) append(set)', ''),
  one('What waits for a newer version is packed', PACKING, ' && !parked.has(set.lsn)', ''),
  one('What waits for a newer version leaves its row', PACKING, 'AND lsn NOT IN (SELECT lsn FROM sync_pending)', ''),
  one('A branch is left with packs in it', 'replicate/sets-on-branch.ts', 'unpackFrom(raw, first.lsn)', ''),
  one('Packing goes on after a transaction that failed', STORE, 'packing.forget()', ''),
  one(
    'Nothing that a batch brought is found while it is taken',
    SETS,
    'held.get(versionOf(oid, seq)) ?? selectStamp',
    'selectStamp',
  ),
  one('A batch may end without its chain', WIRE, '.includes(null)) throw', '.length < 0) throw'),
  one('A stamp loses its counter on the way', WIRE, "numberIn('counter')", '0'),
]

export const mutations: readonly Mutation[] = [
  ...packs,
  ...ledgers,
  ...usual,
  ...openEnds,
  ...deletions,
  ...decisions,
  ...order,
  ...shortcuts,
  ...books,
  ...copies,
  ...tags,
]
