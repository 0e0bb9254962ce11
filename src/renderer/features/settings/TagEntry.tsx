// One tag of the settings: its colour, its name, how many records carry it, and what can be done about it.
import { ActionIcon, Menu } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { tagColour, type TagRow } from '#shared/tags/tag.ts'
import classes from './Arrange.module.css'
import { NameInput } from '#renderer/ui/NameInput.tsx'

interface TagEntryProps {
  readonly tag: TagRow
  /** Null where there is no other tag to merge it into. */
  readonly onMerge: (() => void) | null
}

export function TagEntry({ tag, onMerge }: TagEntryProps) {
  const t = useT()
  const api = useApi()
  const { id, name, colour, total } = tag
  const recolour = useAction(api.tags.recolour(), { said: () => t('tags.said.recoloured', { name }) })
  const archive = useAction(api.tags.archive(), { said: () => t('tags.said.archived', { name }) })
  const rename = useAction(api.tags.rename(), {
    errors: 'caller',
    said: (renamed) => t('tags.said.renamed', { name: renamed.name }),
  })

  return (
    <li className={classes['line']}>
      <Menu>
        <Menu.Target>
          <ActionIcon size={28} aria-label={t('tags.colour_of', { name })}>
            <span className={classes['swatch']} data-colour={colour} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {tagColour.options.map((option) => (
            <Menu.Item
              key={option}
              leftSection={<span className={classes['swatch']} data-colour={option} />}
              onClick={() => recolour.mutate({ id, colour: option })}
            >
              {t(`customFields.colour.${option}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <NameInput
        name={name}
        label={t('tags.name_of', { name })}
        error={rename.error}
        onSave={(text) => rename.mutate({ id, name: text })}
        onReset={rename.reset}
      />
      <span className={classes['count']}>{t('tags.records', { count: total })}</span>
      <MoreMenu>
        <Menu.Item disabled={onMerge === null} onClick={onMerge ?? undefined}>
          {t('tags.merge')}
        </Menu.Item>
        <Menu.Item onClick={() => archive.mutate({ id })}>{t('tags.archive')}</Menu.Item>
      </MoreMenu>
    </li>
  )
}
