// Checks the rules between rooms in .dependency-cruiser.cjs. A file of src that was not read counts as a fault:
// a checker that reads nothing finds nothing. `node scripts/lint-rules.mjs [folder]`; exit 1 when a rule is broken.
import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'

const folder = resolve(process.argv[2] ?? '.')
const options = await extractOptions(join(import.meta.dirname, '../.dependency-cruiser.cjs'))
const written = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))

process.chdir(folder)
const { output } = await cruise(['src'], { ...options, outputType: 'json', baseDir: folder })
const { modules, summary } = JSON.parse(typeof output === 'string' ? output : '{}')
const read = new Set(modules.map(({ source }) => source))
const unread = written.filter((file) => !read.has(file))

for (const { rule, from, to, cycle } of summary.violations) {
  const way = rule.name === 'no-cycles' ? cycle.map(({ name }) => name).join(' → ') : to
  console.error(`${rule.name}: ${from} → ${way}`)
}
for (const rule of new Set(summary.violations.map((violation) => violation.rule.name))) {
  const { comment } = options.ruleSet.forbidden.find(({ name }) => name === rule)
  console.error(`${rule}: ${comment}`)
}
if (unread.length > 0) console.error(`Not read: ${unread.join(', ')}`)
if (written.length === 0) console.error('There is no TypeScript file in src, so nothing was checked.')

const isGood = summary.violations.length === 0 && unread.length === 0 && written.length > 0
console.log(
  `${summary.totalCruised} modules and ${summary.totalDependenciesCruised} imports were read; ${summary.violations.length} break a rule.`,
)
process.exit(isGood ? 0 : 1)
