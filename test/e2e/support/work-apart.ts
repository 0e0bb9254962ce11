// An office whose second machine worked apart and met the first again. The specs' own loader cannot read the engine, so another process does it.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Office } from './office.ts'

export interface Change {
  readonly table: 'companies' | 'contacts' | 'deals' | 'tickets'
  readonly id: string
  /** Null: it is archived. */
  readonly values: Readonly<Record<string, string | number | null>> | null
}

export interface Apart extends Pick<Office, 'folder' | 'recoveryKey'> {
  readonly here: readonly Change[]
  /** What Ben does on his machine meanwhile, a minute later. */
  readonly there: readonly Change[]
}

/** The office's app must be closed. */
export const workApart = ({ folder, recoveryKey }: Office, changes: Pick<Apart, 'here' | 'there'>): void => {
  const apart: Apart = { folder, recoveryKey, ...changes }
  execFileSync(process.execPath, [join(import.meta.dirname, 'crossed.ts'), JSON.stringify(apart)], { stdio: 'inherit' })
}
