// Finding a topic of the help by its words.
import type { Language } from '#shared/base/messages.ts'
import { type HelpTopic, saidIn } from './help-topic.ts'

const folded = (value: string): string => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = ({ title, blocks }: HelpTopic, language: Language): { readonly title: string; readonly all: string } => {
  const body = blocks.flatMap(saidIn).map((said) => said[language])
  return { title: folded(title[language]), all: folded([title[language], ...body].join('\n')) }
}

/** The topics that hold every word typed, those with all of them in the title first. */
export const searchHelp = (topics: readonly HelpTopic[], typed: string, language: Language): readonly HelpTopic[] => {
  const terms = folded(typed)
    .split(/\s+/u)
    .filter((term) => term !== '')
  return topics
    .map((topic) => ({ topic, words: wordsOf(topic, language) }))
    .filter(({ words }) => terms.every((term) => words.all.includes(term)))
    .toSorted(
      (a, b) =>
        Number(terms.every((term) => b.words.title.includes(term))) - Number(terms.every((term) => a.words.title.includes(term))),
    )
    .map(({ topic }) => topic)
}
