// Prose, typed together: TipTap on a text of the document, loaded where somebody writes.
import { Extension, getSchema, textblockTypeInputRule } from '@tiptap/core'
import { Collaboration, isChangeOrigin } from '@tiptap/extension-collaboration'
import { EditorContent, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import { useMemo } from 'react'
import { webAddress } from '@yokoten/shared/kernel'
import type { Awareness } from 'y-protocols/awareness'
import type { XmlFragment } from 'yjs'
import type { Prose } from '../session/api'
import { text } from '../text'
import { caretsOf } from './caret'
import { knowsText } from './knows-text'
import { ProseTools } from './prose-tools'
import { ProseReader } from './prose-reader'
import styles from './prose.module.css'

const kit = StarterKit.configure({
  undoRedo: false,
  // The words stand within a page that has headings of its own.
  heading: { levels: [3, 4] },
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url) => webAddress(url) !== undefined,
    HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
  },
})
/** `#` and `##` at the start of a line make the headings that these words have. */
const headingKeys = Extension.create({
  name: 'headingKeys',
  addInputRules() {
    const { heading } = this.editor.schema.nodes
    if (!heading) return []
    const getAttributes = (match: RegExpMatchArray) => ({ level: 2 + (match[1] ?? '').length })
    return [textblockTypeInputRule({ find: /^(#{1,2})\s$/u, type: heading, getAttributes })]
  },
})

const schema = getSchema([kit])

const carets = (awareness: Awareness, who: Prose['who']) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [yCursorPlugin(awareness, caretsOf(who))],
  })

interface ProseEditorProps {
  readonly prose: Prose
  readonly label: string
  /** Told of each change made here, not of what others type: nothing slow belongs into it. */
  readonly onEdit?: (() => void) | undefined
}

function Editor({ prose, label, onEdit }: ProseEditorProps) {
  const editor = useEditor(
    {
      extensions: [
        kit,
        headingKeys,
        Collaboration.configure({ fragment: prose.fragment as XmlFragment }),
        carets(prose.awareness as Awareness, prose.who),
      ],
      onUpdate: ({ transaction }) => {
        if (!isChangeOrigin(transaction)) onEdit?.()
      },
      editorProps: {
        attributes: {
          'aria-label': label,
          role: 'textbox',
          'aria-multiline': 'true',
          class: styles.words ?? '',
        },
      },
    },
    [prose.fragment],
  )
  return (
    <div className={styles.editor}>
      {editor && <ProseTools editor={editor} />}
      <EditorContent editor={editor} />
    </div>
  )
}

export default function ProseEditor({ prose, label, onEdit }: ProseEditorProps) {
  const isKnown = useMemo(() => knowsText(prose.fragment as XmlFragment, schema), [prose.fragment])
  if (prose.writable && isKnown) return <Editor prose={prose} label={label} onEdit={onEdit} />
  return (
    <>
      <ProseReader fragment={prose.fragment as XmlFragment} label={label} />
      {!isKnown && <p className={styles.note}>{text('prose.newer')}</p>}
    </>
  )
}
