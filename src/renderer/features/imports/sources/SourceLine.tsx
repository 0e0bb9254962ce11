// One source: its name, what names it, and the way to take it away as long as nothing does.
import { ActionIcon, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { NameInput } from '#renderer/ui/NameInput.tsx'
import { BY_HAND, type ImportSource } from '#shared/imports/sources.ts'
import { useSourceName } from './use-source-name.ts'

/** Names end one below the other, however much is said of each. */
const FACTS_WIDTH = 270

interface SourceLineProps {
  readonly source: ImportSource
  /** Only its place can be changed. */
  readonly isFixed: boolean
  /** As strong as the one above. */
  readonly isTied: boolean
}

export function SourceLine({ source, isFixed, isTied }: SourceLineProps) {
  const t = useT()
  const { imports } = useApi()
  const { id, name } = source
  const nameOf = useSourceName()
  const rename = useAction(imports.saveSource(), {
    errors: 'caller',
    said: (renamed) => t('imports.sources.said.renamed', { name: renamed.name }),
  })
  const remove = useAction(imports.removeSource(), { said: () => t('imports.sources.said.removed', { name }) })
  const facts = [
    isTied ? t('imports.sources.tied') : null,
    source.imports > 0 ? t('imports.sources.imports', { count: source.imports }) : null,
    source.mappings > 0 ? t('imports.sources.mappings', { count: source.mappings }) : null,
    id !== BY_HAND && source.imports + source.mappings === 0 ? t('imports.sources.unused') : null,
  ].filter((fact) => fact !== null)
  const isNamed = !isFixed && id !== BY_HAND

  return (
    <>
      {isNamed ? (
        <NameInput
          name={name}
          label={t('imports.sources.name_of', { name })}
          error={rename.error}
          onSave={(text) => rename.mutate({ source: { id, name: text } })}
          onReset={rename.reset}
        />
      ) : (
        <Text flex={1} miw={0} truncate px="sm">
          {nameOf(source)}
        </Text>
      )}
      <Text flex="none" w={FACTS_WIDTH} ta="end" size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {isNamed && (
        <ActionIcon size={28} aria-label={t('imports.sources.remove', { name })} onClick={() => remove.mutate({ id })}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </>
  )
}
