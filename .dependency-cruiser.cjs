// The floors of the house, lowest first. A room may look down, never up; two rooms on one floor may not look at each other.
const mainFloors = [
  '^src/shared/base/',
  '^src/shared/[^/]+/',
  '^src/shared/[^/]+\\.ts$',
  '^src/main/(attachments|db|net)/',
  '^src/main/rpc/',
  '^src/main/records/',
  '^src/main/tables/',
  '^src/main/(jobs|workspace)/',
  '^src/main/sync/',
  '^src/main/features/[^/]+/',
  '^src/main/features/index\\.ts$',
  '^src/main/engine/',
  '^src/main/shell/',
  '^src/main/[^/]+\\.ts$',
]
const rendererFloors = [
  '^src/renderer/(api|ui|i18n)/',
  '^src/renderer/records/',
  '^src/renderer/features/[^/]+/',
  '^src/renderer/app/',
  '^src/renderer/[^/]+\\.tsx?$',
]

// Records that every other screen points at: a customer picker, a timeline. Other features' screens may use these.
const groundFeatures = 'customers|activities'

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const noLookingUp = (name, floors) =>
  floors
    .slice(0, -1)
    .map((floor, index) =>
      forbid(
        name,
        'A room may import from its own floor and those below it.',
        { path: floor, pathNot: floors.slice(0, index) },
        { path: floors.slice(index + 1), pathNot: floors.slice(0, index + 1) },
      ),
    )

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle has no lowest room, so nothing in it can be read or tried alone.', {}, { circular: true }),
    ...noLookingUp('main-looks-down', mainFloors),
    ...noLookingUp('renderer-looks-down', rendererFloors),
    forbid(
      'main-features-are-apart',
      "A feature acts on another by run('feature.procedure') and reads its tables in SQL.",
      { path: '^src/main/features/([^/]+)/' },
      { path: '^src/main/features/[^/]+/', pathNot: '^src/main/features/$1/' },
    ),
    forbid(
      'screens-meet-on-the-ground',
      'Screens may use the ground features only; everything else meets in app/.',
      { path: '^src/renderer/features/([^/]+)/' },
      {
        path: '^src/renderer/features/[^/]+/',
        pathNot: ['^src/renderer/features/$1/', `^src/renderer/features/(${groundFeatures})/`],
      },
    ),
    forbid(
      'the-ground-stands-alone',
      'A ground feature uses no other feature.',
      { path: `^src/renderer/features/(${groundFeatures})/` },
      { path: '^src/renderer/features/[^/]+/', pathNot: '^src/renderer/features/$1/' },
    ),
    forbid(
      'renderer-knows-no-main',
      'A page reaches the rest of the app by its bridge.',
      { path: '^src/renderer/' },
      { path: '^src/(main|preload)/' },
    ),
    forbid(
      'main-knows-no-renderer',
      'Both sides share only src/shared.',
      { path: '^src/(main|preload)/' },
      { path: '^src/renderer/' },
    ),
    forbid(
      'preload-knows-only-shared',
      'The preload passes messages on and knows no more.',
      { path: '^src/preload/' },
      { path: '^src/', pathNot: '^src/(preload|shared)/' },
    ),
    forbid(
      'shared-is-pure',
      'What both sides speak of runs anywhere.',
      { path: '^src/shared/' },
      {
        pathNot: [
          '^src/shared/',
          // Pure packages: no input or output, the same on both sides.
          'node_modules/(zod|libphonenumber-js|rrule|chrono-node|chinese-days|ical\\.js|fractional-indexing)/',
        ],
      },
    ),
    forbid(
      'electron-in-the-shell-only',
      'All else runs and is tested on plain Node.',
      { path: '^src/', pathNot: '^src/(main/shell|preload)/' },
      { path: 'node_modules/electron/' },
    ),
    forbid(
      'sqlite-in-the-database-only',
      'One room knows which database it is.',
      { path: '^src/', pathNot: '^src/main/db/' },
      { path: 'node_modules/better-sqlite3' },
    ),
    forbid(
      'network-stands-alone',
      'What faces strangers knows no table, no key of the workspace and no feature.',
      { path: '^src/main/net/' },
      { path: '^src/', pathNot: ['^src/main/net/', '^src/shared/base/'] },
    ),
    forbid(
      'network-in-one-room',
      'One room speaks to other machines, so one room has to be afraid of them.',
      { path: '^src/', pathNot: '^src/main/net/' },
      { path: '^(node:)?(tls|dgram|http|https|http2)$' },
    ),
    forbid(
      'migrations-are-frozen',
      'A migration must do the same in ten years, so it uses nothing of ours that may change.',
      { path: '^src/main/db/migrations/\\d' },
      { path: '^src/' },
    ),
    forbid(
      'nothing-unresolved',
      'An import that leads nowhere is checked by no rule.',
      { path: '^src/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    // Type-only imports count, too: a room that knows another's types knows the other.
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
  },
}
