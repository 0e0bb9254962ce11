// The help: its topics with a search on the left, the open one beside them.
import { useState } from 'react'
import { NavLink, useParams } from 'react-router'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { SettingsLayout, settingsEntry } from '#renderer/ui/SettingsLayout.tsx'
import { helpTopics } from '#shared/help/help-topics.ts'
import { searchHelp } from '#shared/help/search-help.ts'
import { HelpArticle } from './HelpArticle.tsx'

export function HelpPage() {
  const t = useT()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const { topic: wanted } = useParams()
  const found = searchHelp(helpTopics, typed, language)
  const open = helpTopics.find(({ id }) => id === wanted) ?? found[0] ?? helpTopics[0]

  return (
    <Page
      title={t('help.title')}
      layout="fill"
      tools={<SearchField label={t('help.search')} value={typed} onChange={setTyped} />}
    >
      <SettingsLayout
        label={t('help.topics')}
        links={
          found.length === 0 ? (
            <EmptyState isSmall text={t('help.nothing', { text: typed })} />
          ) : (
            found.map(({ id, title }) => (
              <NavLink key={id} to={`/help/${id}`} className={settingsEntry} aria-current={id === open?.id ? 'page' : undefined}>
                {title[language]}
              </NavLink>
            ))
          )
        }
      >
        {open && <HelpArticle key={open.id} topic={open} />}
      </SettingsLayout>
    </Page>
  )
}
