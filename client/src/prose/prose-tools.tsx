// How the words look: buttons over the description, for those who do not know the keys.
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Bold, Code, Heading, Italic, Link2, List, ListOrdered, SquareCode, TextQuote } from 'lucide-react'
import { useState } from 'react'
import { webAddress } from '@yokoten/shared/kernel'
import { Button } from '../design/button'
import { classNames } from '../design/class-names'
import { Icon } from '../design/icon'
import type { LucideIcon } from '../design/icon'
import { TextField } from '../design/text-field'
import { text } from '../text'
import styles from './prose.module.css'

interface Tool {
  readonly id: 'heading' | 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote' | 'code' | 'codeBlock' | 'link'
  readonly icon: LucideIcon
  readonly isOn: (editor: Editor) => boolean
  readonly run?: (editor: Editor) => void
}

const HEADING = { level: 3 } as const
const TOOLS: readonly Tool[] = [
  {
    id: 'heading',
    icon: Heading,
    isOn: (editor) => editor.isActive('heading'),
    run: (editor) => editor.chain().focus().toggleHeading(HEADING).run(),
  },
  {
    id: 'bold',
    icon: Bold,
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    id: 'italic',
    icon: Italic,
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    id: 'bullets',
    icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    icon: ListOrdered,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'quote',
    icon: TextQuote,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'code',
    icon: Code,
    isOn: (editor) => editor.isActive('code'),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
  {
    id: 'codeBlock',
    icon: SquareCode,
    isOn: (editor) => editor.isActive('codeBlock'),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  { id: 'link', icon: Link2, isOn: (editor) => editor.isActive('link') },
]

/** Puts an address on the chosen words, or writes it out where none are chosen. */
function setLink(editor: Editor, address: string): void {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain
      .insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
      .run()
  else chain.setLink({ href: address }).run()
}

function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const href: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof href === 'string' ? href : '')
  const known = webAddress(address)
  const close = () => {
    onDone()
    editor.commands.focus()
  }
  const set = () => {
    if (known === undefined) return
    setLink(editor, known)
    onDone()
  }
  return (
    <div className={styles.link}>
      <TextField
        autoFocus
        label={text('prose.linkAddress')}
        hideLabel
        placeholder="https://"
        inputMode="url"
        value={address}
        onChange={setAddress}
        error={address.trim() !== '' && known === undefined ? text('prose.notAnAddress') : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set()
          else if (event.key === 'Escape') close()
          else event.continuePropagation()
        }}
      />
      <Button isDisabled={known === undefined} onPress={set}>
        {text('prose.linkSet')}
      </Button>
      {typeof href === 'string' && (
        <Button
          look="quiet"
          onPress={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            onDone()
          }}
        >
          {text('prose.linkRemove')}
        </Button>
      )}
    </div>
  )
}

export function ProseTools({ editor }: { editor: Editor }) {
  const [isLinking, setLinking] = useState(false)
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => TOOLS.map((tool) => tool.isOn(now)).join(),
  }).split(',')
  return (
    <div className={styles.tools} role="group" aria-label={text('prose.tools')}>
      {TOOLS.map((tool, index) => (
        <button
          key={tool.id}
          type="button"
          className={classNames(styles.tool, on[index] === 'true' && styles.isOn)}
          aria-label={text(`prose.${tool.id}`)}
          aria-pressed={on[index] === 'true'}
          title={text(`prose.${tool.id}`)}
          // The words keep what is chosen in them.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => (tool.run ? tool.run(editor) : setLinking(!isLinking))}
        >
          <Icon of={tool.icon} size={18} />
        </button>
      ))}
      {isLinking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  )
}
