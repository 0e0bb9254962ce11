// Asks for a password on the terminal without showing it. Prompts go to standard error: standard output is the reply's alone.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Answers what was typed, or `null` if there is no terminal to ask on. */
export const askPassword = (prompt: string): Promise<string | null> => {
  if (!process.stdin.isTTY) return Promise.resolve(null)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  process.stderr.write(prompt)
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve) => {
    // Ctrl+C and Ctrl+D close the terminal without an answer.
    terminal.once('close', () => resolve(null))
    terminal.question('', (typed) => {
      process.stderr.write('\n')
      resolve(typed)
      terminal.close()
    })
  })
}
