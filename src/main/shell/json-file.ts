// Small settings files: checked when read, replaced whole when written.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** The file's contents, or `null` if there is none or it does not fit the schema: settings are never worth a refusal to start. */
export const readJsonFile = <Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> | null => {
  const text = readExistingText(path)
  if (text === null) return null

  const parsed = schema.safeParse(parseJson(text))
  return parsed.success ? parsed.data : null
}

/** Writes beside the file and renames, so that a power failure leaves the old file or the new one. */
export const writeJsonFile = (path: string, value: unknown): void => {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeSync(file, `${JSON.stringify(value, null, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}

const readExistingText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
