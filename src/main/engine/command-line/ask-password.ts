// Asks for a password on the terminal without showing it, or for a line. Prompts go to standard error: standard output is the reply's alone.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Answers what was typed, or `null` if there is no terminal to ask on. */
export const askPassword = async (prompt: string): Promise<string | null> => {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  if (process.stdin.isTTY) process.stderr.write(prompt)
  const typed = await ask('', silent)
  if (typed !== null) process.stderr.write('\n')
  return typed
}

/** The same, and what is typed is seen. */
export const askLine = (prompt: string): Promise<string | null> => ask(prompt, process.stderr)

const ask = (prompt: string, output: NodeJS.WritableStream): Promise<string | null> => {
  if (!process.stdin.isTTY) return Promise.resolve(null)
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  return new Promise((resolve) => {
    // Ctrl+C and Ctrl+D close the terminal without an answer.
    terminal.once('close', () => resolve(null))
    terminal.question(prompt, (typed) => {
      resolve(typed)
      terminal.close()
    })
  })
}
