// The office's tags: named and coloured where they stand, merged, archived and restored, each with how many records carry it.
import { Button, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { TagRow } from '#shared/tags/tag.ts'
import { ArchivedTags } from './ArchivedTags.tsx'
import classes from './Arrange.module.css'
import { MergeTag } from './MergeTag.tsx'
import { NewNameForm } from '#renderer/ui/NewNameForm.tsx'
import { TagEntry } from './TagEntry.tsx'

/** With fewer the eye is faster than a box. */
const FEW = 10

export function TagsPage() {
  const t = useT()
  const api = useApi()
  const tags = useQuery(api.tags.list({}))
  const [text, setText] = useState('')
  const [merged, setMerged] = useState<TagRow | null>(null)
  const create = useAction(api.tags.create(), { errors: 'caller', said: ({ name }) => t('tags.said.made', { name }) })
  const all = tags.data ?? []
  const wanted = folded(text.trim())
  const shown = all.filter(({ name }) => folded(name).includes(wanted))

  return (
    <Stack gap="md" maw={640}>
      <div>
        <Title order={2}>{t('tags.title')}</Title>
        <Text c="dimmed">{t('tags.help')}</Text>
      </div>
      <NewNameForm label={t('tags.new')} addLabel={t('tags.add')} create={create} toInput={(name) => ({ name })} />
      {(all.length > FEW || wanted !== '') && <SearchField label={t('tags.find')} value={text} onChange={setText} />}
      {tags.isPending && <Pending lines={4} />}
      {tags.isError && <ErrorNote error={tags.error} onRetry={() => void tags.refetch()} />}
      {tags.isSuccess && all.length === 0 && <EmptyState isSmall text={t('tags.empty')} />}
      {all.length > 0 && shown.length === 0 && (
        <EmptyState
          isSmall
          text={t('tags.none_found', { text: text.trim() })}
          action={
            <Button variant="default" onClick={() => setText('')}>
              {t('tags.clear')}
            </Button>
          }
        />
      )}
      <ul className={classes['list']} aria-label={t('tags.title')}>
        {shown.map((tag) => (
          <TagEntry key={tag.id} tag={tag} onMerge={all.length > 1 ? () => setMerged(tag) : null} />
        ))}
      </ul>
      <ArchivedTags />
      {merged && <MergeTag tag={merged} others={all.filter(({ id }) => id !== merged.id)} onClose={() => setMerged(null)} />}
    </Stack>
  )
}

const folded = (name: string): string => name.normalize('NFKC').toLocaleLowerCase()
