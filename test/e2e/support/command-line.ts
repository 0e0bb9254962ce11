// The command line, as a process of its own.
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Reply } from '#shared/base/procedure.ts'

const program = resolve(import.meta.dirname, '../../../bin/kith')

/** Calls a procedure with `bin/kith` and answers the reply it printed. */
export const callByCommandLine = async (folder: string, password: string, path: string, input: unknown): Promise<Reply> => {
  const { stdout } = await promisify(execFile)(program, ['--workspace', folder, 'call', path, JSON.stringify(input)], {
    env: { ...process.env, KITH_PASSWORD: password },
  })
  return JSON.parse(stdout) as Reply // The reply is all that it prints.
}
