// Everything that the specs make in the system's temporary folder lies in one folder of it, which goes when the run ends.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const makeFolder = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'))
  // What `tmpdir()` reads in the workers and in the apps they start; Windows has its own name for it.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

// oxlint-disable-next-line import/no-default-export -- Playwright asks for it.
export default makeFolder
