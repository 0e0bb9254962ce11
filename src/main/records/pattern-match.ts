// Whether a text matches a pattern that an office wrote, within a time limit: some patterns never come to an end.
import { createContext, Script } from 'node:vm'

/** A pattern that takes longer than this on one value is given up. */
const LIMIT_MS = 50
/** A text that a harmless pattern is through with at once. */
const SHORT = 400

interface Compiled {
  readonly regex: RegExp
  /** Cannot go through a text more than a few times over, so it needs no limit. */
  readonly isHarmless: boolean
  /** Made when the first text is long, or the pattern not harmless. */
  box: Record<string, unknown> | null
}

const known = new Map<string, Compiled | null>()
const script = new Script('regex.test(text)')

const compile = (pattern: string): Compiled | null => {
  try {
    // The whole value has to match, as people mean it who never wrote ^ and $.
    const regex = new RegExp(`^(?:${pattern})$`, 'u')
    const repetitions = pattern.match(/[*+]|\{\d*,\}/gu)?.length ?? 0
    return { regex, isHarmless: repetitions <= 2 && !/\)[*+?{]|\\[1-9k]/u.test(pattern), box: null }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const compiledOf = (pattern: string): Compiled | null => {
  let compiled = known.get(pattern)
  if (compiled === undefined) known.set(pattern, (compiled = compile(pattern)))
  return compiled
}

/** Whether the pattern can be read at all. */
export const isPattern = (pattern: string): boolean => compiledOf(pattern) !== null

/** `slow`: it was given up. A pattern that cannot be read matches everything, so that it stops nobody's work. */
export const matchPattern = (pattern: string, text: string): 'yes' | 'no' | 'slow' => {
  const compiled = compiledOf(pattern)
  if (compiled === null) return 'yes'
  if (compiled.isHarmless && text.length <= SHORT) return compiled.regex.test(text) ? 'yes' : 'no'
  compiled.box ??= createContext({ regex: compiled.regex, text: '' })
  compiled.box['text'] = text
  try {
    return script.runInContext(compiled.box, { timeout: LIMIT_MS }) === true ? 'yes' : 'no'
  } catch (error) {
    // The error is of the box's own realm, where `Error` is another one.
    if (isTimeout(error)) return 'slow'
    throw error
  }
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
