// The last step: what came in, the way to it, what stayed out, and the way back.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import { StepBody } from '#renderer/ui/StepBody.tsx'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { addedUp, comingIn, stayingOut } from '../check/fates.ts'
import { MadeAlong } from '../check/MadeAlong.tsx'
import { SaveRows } from '../check/SaveRows.tsx'
import { useImportSession } from '../import-session.ts'
import { stemOf } from '../import-source.ts'
import { importedList } from '../past/imported-list.ts'
import { TakeBack } from '../past/TakeBack.tsx'

export function DoneStep() {
  const t = useT()
  const { session, restart } = useImportSession()
  const [isGoing, setIsGoing] = useState(false)
  const [takenBack, setTakenBack] = useState<{ readonly kept: number } | null>(null)
  const { outcome } = session
  const names = session.sources.map(({ name }) => name)
  const again = (
    <Button variant="default" onClick={restart}>
      {t('imports.screen.another')}
    </Button>
  )
  if (!outcome) return null
  const { result, plan } = outcome
  if (takenBack) {
    return (
      <StepBody title={t('imports.done.undone')} footer={again}>
        <Text c="dimmed">
          {takenBack.kept > 0 ? t('imports.done.undone_but', { count: takenBack.kept }) : t('imports.done.undone_all')}
        </Text>
      </StepBody>
    )
  }
  const all = addedUp(result.tables.map(({ counts }) => counts))
  const lists = [...new Set(result.tables.flatMap(({ entity, counts }) => (comingIn(counts) > 0 ? [entity] : [])))]
  const [first, ...others] = lists.filter((entity) => importedList(entity, result.importId) !== null)
  const titleOf = (entity: ImportEntity, place: number): string => {
    const name = t(`imports.entity.${entity}`)
    const isAlone = result.tables.filter((table) => table.entity === entity).length === 1
    const file = session.sources[plan.tables[place]?.file ?? 0]?.name ?? ''
    return isAlone ? name : t('imports.tables.tab', { sheet: stemOf(file), entity: name })
  }
  const linkTo = (entity: ImportEntity) => ({ component: Link, to: importedList(entity, result.importId) ?? '/' })
  return (
    <StepBody title={t('imports.done.title', { new: all.new, update: all.update })} footer={again}>
      <Text c="dimmed">{t('imports.done.from', { names })}</Text>
      {result.tables.map(({ entity, counts, made }, place) => (
        <section key={place} aria-label={titleOf(entity, place)}>
          <Facts
            facts={[
              titleOf(entity, place),
              ...(['new', 'update', 'unchanged', 'duplicate', 'refused', 'skipped'] as const)
                .filter((fate) => counts[fate] > 0)
                .map((fate) => t('imports.done.count', { fate: t(`imports.fate.${fate}`), count: counts[fate] })),
            ]}
          />
          <MadeAlong table={{ made, keptByStronger: 0 }} />
          {stayingOut(counts) > 0 && (
            <Group mt="xs">
              <SaveRows plan={plan} place={place} sheet={undefined} counts={counts} />
            </Group>
          )}
        </section>
      ))}
      <Group gap="sm">
        {first && <Button {...linkTo(first)}>{t('imports.done.show', { entity: t(`imports.entity.${first}`) })}</Button>}
        {others.map((entity) => (
          <Button key={entity} variant="default" {...linkTo(entity)}>
            {t('imports.done.show', { entity: t(`imports.entity.${entity}`) })}
          </Button>
        ))}
        <Button variant="default" onClick={() => setIsGoing(true)}>
          {t('imports.done.undo')}
        </Button>
      </Group>
      {isGoing && (
        <TakeBack
          importId={result.importId}
          fileName={names[0] ?? ''}
          onClose={() => setIsGoing(false)}
          onDone={(done) => setTakenBack(done)}
        />
      )}
    </StepBody>
  )
}
