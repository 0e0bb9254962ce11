// One topic of the help, with the pictures of its language where they were taken.
import { Article, ArticleLinks, ArticlePicture, ArticleSteps, ArticleText } from '#renderer/ui/Article.tsx'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import type { Language } from '#shared/base/messages.ts'
import type { HelpTopic } from '#shared/help/help-topic.ts'
import { helpTopics } from '#shared/help/help-topics.ts'

/** The addresses of all pictures, by `./pictures/<language>/<name>.jpg`. */
const pictures: Readonly<Record<string, string>> = import.meta.glob('./pictures/*/*.jpg', {
  eager: true,
  query: '?url',
  import: 'default',
})

export function HelpArticle({ topic }: { readonly topic: HelpTopic }) {
  const language = useLanguage()
  const t = useT()
  return (
    <Article title={topic.title[language]}>
      {topic.blocks.map((block, index) => {
        if (block.kind === 'text') return <ArticleText key={index}>{block.text[language]}</ArticleText>
        if (block.kind === 'steps') return <ArticleSteps key={index} steps={block.steps.map((step) => step[language])} />
        if (block.kind === 'see')
          return <ArticleLinks key={index} label={t('help.see')} links={linksTo(block.topics, language)} />
        const source = pictures[`./pictures/${language}/${block.picture}.jpg`]
        return source ? <ArticlePicture key={index} source={source} shows={block.shows[language]} /> : null
      })}
    </Article>
  )
}

const linksTo = (ids: readonly string[], language: Language) =>
  helpTopics.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ to: `/help/${id}`, text: title[language] }))
