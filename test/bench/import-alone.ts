// An import in an engine that was just started: nothing is warm there, and nobody else's memory is counted.
import { cpSync, rmSync } from 'node:fs'
import { withServedEngine } from './served-engine.ts'

export interface ImportAlone {
  readonly previewMs: number
  /** The most memory the whole process held, all its threads, from its start to the end of the import. */
  readonly peakMb: number
}

/** Previews and imports companies into a copy of the workspace. */
export const importAlone = async (folder: string, csv: string): Promise<ImportAlone> => {
  const copy = `${folder}-alone`
  cpSync(folder, copy, { recursive: true })
  try {
    return await withServedEngine(copy, async ({ ask, memory }) => {
      const { plan } = (await ask('imports.inspect', { files: [csv], entity: 'company' })) as { plan: unknown }
      const start = performance.now()
      await ask('imports.preview', { files: [csv], plan })
      const previewMs = performance.now() - start
      await ask('imports.run', { files: [csv], plan })
      return { previewMs, peakMb: memory().peakMb }
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
