// An import in a process of its own: nothing is warm there, and nobody else's memory is counted.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BenchFile, writingDoor } from './door.ts'

export interface ImportAlone {
  readonly previewMs: number
  /** The most memory the whole process held, program and compiler of its sources included, from its start to the end of the import. */
  readonly peakMb: number
}

/** Starts the process and answers what it measured. */
export const importAlone = async ({ file, key }: BenchFile, csv: string): Promise<ImportAlone> => {
  const script = fileURLToPath(import.meta.url)
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, Buffer.from(key).toString('hex'), csv])
  // Written by `measure` below.
  return JSON.parse(stdout) as ImportAlone
}

const measure = async (file: string, key: Uint8Array, csv: string): Promise<ImportAlone> => {
  const door = await writingDoor({ file, key })
  const { plan } = await door.ask('imports.inspect', { files: [csv], entity: 'company' })
  if (plan === null) throw new Error('No plan was proposed.')
  const start = performance.now()
  await door.ask('imports.preview', { files: [csv], plan })
  const previewMs = performance.now() - start
  await door.ask('imports.run', { files: [csv], plan })
  const peakMb = process.resourceUsage().maxRSS / 1000
  door.close()
  return { previewMs, peakMb }
}

const [, script, file, key, csv] = process.argv
if (script === fileURLToPath(import.meta.url) && file !== undefined && key !== undefined && csv !== undefined)
  process.stdout.write(JSON.stringify(await measure(file, Buffer.from(key, 'hex'), csv)))
