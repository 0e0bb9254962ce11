// A mutation put into the texts of a tree, without writing them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutation } from './mutations.ts'

/** The files of a tree with the mutation, by path. Throws if a text is not found exactly once. */
export const mutated = (tree: string, { name, edits }: Mutation): Map<string, string> => {
  const texts = new Map<string, string>()
  for (const [file, text, instead] of edits) {
    const before = texts.get(file) ?? readFileSync(join(tree, file), 'utf8')
    const found = before.split(text).length - 1
    if (found !== 1) throw new Error(`“${name}”: its text stands ${found} times in ${file}.`)
    texts.set(
      file,
      before.replace(text, () => instead),
    )
  }
  return texts
}
