// A record with all its changes that crossed.
import { Anchor, Button, Group, Title } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { recordHref } from '#shared/base/record-places.ts'
import type { Conflict, ConflictGroup as OpenGroup } from '#shared/conflicts/conflict.ts'
import classes from './Conflict.module.css'
import { fieldOf } from './conflict-words.ts'
import { ConflictEntry } from './ConflictEntry.tsx'
import { useDecideAll } from './use-decide.ts'

interface ConflictGroupProps {
  readonly group: OpenGroup
  readonly onWrite: (conflict: Conflict) => void
}

export function ConflictGroup({ group: { id, table, recordType, name, conflicts }, onWrite }: ConflictGroupProps) {
  const t = useT()
  const kind = t.known(`conflicts.table.${table}`, 'conflicts.table.other')
  const [first] = conflicts
  const href = recordType === null ? undefined : recordHref(recordType, id)
  const called = table === 'settings' && first ? fieldOf(t, first) : (name ?? kind)
  return (
    <section className={classes['group']} aria-label={called}>
      <div className={classes['head']}>
        <Title order={2}>
          {href === undefined ? (
            called
          ) : (
            <Anchor component={Link} to={href} inherit>
              {called}
            </Anchor>
          )}
        </Title>
        <span className={classes['quiet']}>{called !== kind && kind}</span>
        <DecideAll conflicts={conflicts} name={called} />
      </div>
      {conflicts.map((conflict) => (
        <ConflictEntry
          key={`${conflict.rowId} ${conflict.kind} ${conflict.field}`}
          conflict={conflict}
          name={called}
          href={href}
          onWrite={onWrite}
        />
      ))}
    </section>
  )
}

/** Where a record has several: all that show, or all the others, in one go. */
export function DecideAll({ conflicts, name }: { readonly conflicts: OpenGroup['conflicts']; readonly name: string }) {
  const t = useT()
  const all = useDecideAll()
  const values = conflicts.filter(({ kind }) => kind === 'value')
  if (values.length < 2) return <span />
  const isClear = values.every(({ others }) => others.length === 1)
  return (
    <Group gap="xs">
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('conflicts.keep_all_label', { name })}
        loading={all.isPending}
        onClick={() => all.start(values, 'keep')}
      >
        {t('conflicts.keep_all')}
      </Button>
      {isClear && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('conflicts.take_all_label', { name })}
          loading={all.isPending}
          onClick={() => all.start(values, 'take')}
        >
          {t('conflicts.take_all')}
        </Button>
      )}
    </Group>
  )
}
