// Activity templates: what the office plans again and again, made and changed here.
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArchive, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { TemplateForm } from './TemplateForm.tsx'

/** In place of the id of the one that is edited. */
const NEW = 'new'

export function TemplatesPage() {
  const t = useT()
  const api = useApi()
  const templates = useQuery(api.activityTemplates.list({}))
  const [editing, setEditing] = useState<string | null>(null)
  const edited = templates.data?.find(({ id }) => id === editing)
  const archive = useAction(api.activityTemplates.archive(), {
    said: (_, { id }) => t('templates.said.archived', { name: templates.data?.find((each) => each.id === id)?.name ?? '' }),
  })

  return (
    <Sections>
      <Section title={t('templates.title')} text={t('templates.hint')}>
        {templates.isPending && <Pending />}
        {templates.isError && <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />}
        <RelatedList
          label={t('templates.list')}
          empty={templates.data?.length === 0 && <EmptyState isSmall text={t('templates.empty')} />}
        >
          {templates.data?.map((template) => (
            <RelatedRow
              key={template.id}
              name={template.name}
              facts={[t('templates.count', { count: template.steps.length })]}
              action={
                <Group gap={4}>
                  <ActionIcon
                    size="sm"
                    aria-label={t('templates.change', { name: template.name })}
                    onClick={() => setEditing(template.id)}
                  >
                    <IconPencil size={16} stroke={1.5} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    size="sm"
                    aria-label={t('templates.archive', { name: template.name })}
                    onClick={() => archive.mutate({ id: template.id })}
                  >
                    <IconArchive size={16} stroke={1.5} aria-hidden />
                  </ActionIcon>
                </Group>
              }
            />
          ))}
        </RelatedList>
        <Group>
          <Button variant="default" onClick={() => setEditing(NEW)}>
            {t('templates.new')}
          </Button>
        </Group>
        {editing === NEW && <TemplateForm template={null} onClose={() => setEditing(null)} />}
        {edited && <TemplateForm key={edited.id} template={edited} onClose={() => setEditing(null)} />}
      </Section>
    </Sections>
  )
}
