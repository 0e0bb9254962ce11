// `npm run graph`: the rooms of the house and who imports whom, as Mermaid text (or `-- --dot` for Graphviz).
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { project } from './install-missing.mjs'

const rooms = '^src/(?:shared|main/features|renderer/features)/[^/]+|^src/main/[^/]+|^src/renderer/[^/]+|^src/preload'
const options = await extractOptions(join(project, '.dependency-cruiser.cjs'))
const { output } = await cruise(['src'], {
  ...options,
  baseDir: project,
  includeOnly: { path: '^src/' },
  collapse: rooms,
  outputType: process.argv.includes('--dot') ? 'dot' : 'mermaid',
})
console.log(output)
