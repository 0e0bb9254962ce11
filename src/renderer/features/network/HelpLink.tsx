// Leads to the topic of the help that tells more.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import type { HelpTopic } from '#shared/help/help-topic.ts'

export function HelpLink({ topic: { id, title } }: { readonly topic: HelpTopic }) {
  const t = useT()
  const language = useLanguage()
  return (
    <Anchor component={Link} to={`/help/${id}`} underline="always">
      {t('network_page.help', { topic: title[language] })}
    </Anchor>
  )
}
