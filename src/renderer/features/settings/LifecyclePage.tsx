// The stages of the lifecycle: named where they stand, put in order by mouse or arrow keys, taken away with a place for who stands in them.
import { ActionIcon, Stack, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { SortableArea } from '#renderer/ui/sortable/SortableArea.tsx'
import { SortableItem } from '#renderer/ui/sortable/SortableItem.tsx'
import { SortableList } from '#renderer/ui/sortable/SortableList.tsx'
import type { lifecycleStageRow } from '#shared/customers/lifecycle.ts'
import type { z } from 'zod'
import classes from './Arrange.module.css'
import { usePutInOrder } from '#renderer/ui/sortable/use-put-in-order.ts'
import { NameInput } from '#renderer/ui/NameInput.tsx'
import { NewNameForm } from '#renderer/ui/NewNameForm.tsx'
import { RemoveStage } from './RemoveStage.tsx'

type Stage = z.infer<typeof lifecycleStageRow>
const NO_STAGES: readonly Stage[] = []

export function LifecyclePage() {
  const t = useT()
  const api = useApi()
  const stages = useQuery(api.lifecycleStages.list({}))
  const all = stages.data ?? NO_STAGES
  const [removed, setRemoved] = useState<Stage | null>(null)
  const create = useAction(api.lifecycleStages.create(), {
    errors: 'caller',
    said: ({ name }) => t('lifecycle.said.made', { name }),
  })
  const move = useAction(api.lifecycleStages.move(), { said: () => t('lifecycle.said.moved') })
  const remove = useAction(api.lifecycleStages.archive(), {
    said: (_, { id }) => t('lifecycle.said.removed', { name: all.find((stage) => stage.id === id)?.name ?? '', count: 0 }),
  })
  const { shown, put } = usePutInOrder(all, (id, beforeId) => {
    const others = all.filter((stage) => stage.id !== id)
    const at = beforeId === null ? others.length : others.findIndex((stage) => stage.id === beforeId)
    return move.mutateAsync({ id, afterId: others[at - 1]?.id ?? null })
  })
  const take = (stage: Stage) => {
    if (stage.counts.company + stage.counts.contact > 0) setRemoved(stage)
    else remove.mutate({ id: stage.id, targetId: null })
  }

  return (
    <Stack gap="md" maw={640}>
      <div>
        <Title order={2}>{t('lifecycle.title')}</Title>
        <Text c="dimmed">{t('lifecycle.help')}</Text>
      </div>
      {stages.isPending && <Pending lines={4} />}
      {stages.isError && <ErrorNote error={stages.error} onRetry={() => void stages.refetch()} />}
      {stages.data?.length === 0 && <EmptyState isSmall text={t('lifecycle.empty')} />}
      <SortableArea
        lists={[{ id: 'stages', items: shown.map(({ id }) => id) }]}
        onMove={(id, _list, beforeId) => put(id, beforeId)}
      >
        <SortableList id="stages" label={t('lifecycle.title')}>
          {shown.map((stage, index) => (
            <SortableItem key={stage.id} id={stage.id} listId="stages" nextId={shown[index + 1]?.id ?? null} label={stage.name}>
              <StageLine stage={stage} onRemove={() => take(stage)} />
            </SortableItem>
          ))}
        </SortableList>
      </SortableArea>
      <NewNameForm label={t('lifecycle.new')} addLabel={t('lifecycle.add')} create={create} toInput={(name) => ({ name })} />
      {removed && (
        <RemoveStage stage={removed} others={all.filter(({ id }) => id !== removed.id)} onClose={() => setRemoved(null)} />
      )}
    </Stack>
  )
}

function StageLine({ stage, onRemove }: { readonly stage: Stage; readonly onRemove: () => void }) {
  const t = useT()
  const { id, name, counts } = stage
  const rename = useAction(useApi().lifecycleStages.rename(), {
    errors: 'caller',
    said: (renamed) => t('lifecycle.said.renamed', { name: renamed.name }),
  })
  const facts = [
    counts.company > 0 ? t('lifecycle.companies', { count: counts.company }) : null,
    counts.contact > 0 ? t('lifecycle.contacts', { count: counts.contact }) : null,
  ].filter((fact) => fact !== null)

  return (
    <>
      <NameInput
        name={name}
        label={t('lifecycle.name_of', { name })}
        error={rename.error}
        onSave={(text) => rename.mutate({ id, name: text })}
        onReset={rename.reset}
      />
      <span className={classes['count']}>{facts.length === 0 ? t('lifecycle.unused') : facts.join(' · ')}</span>
      <ActionIcon size={28} aria-label={t('lifecycle.remove', { name })} onClick={onRemove}>
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </>
  )
}
