'use client';

import { useEffect, useState } from 'react';
import styles from './explorer.module.css';
import { INTROSPECTION, innerName, signature, type SchemaField, type SchemaType } from './introspection';

const ENTRY_TYPES = ['Query', 'Mutation'];
const MOST_FOUND = 40;

type Types = ReadonlyMap<string, SchemaType>;

/** The API described by itself: fields lead to their types, the field above finds both. */
export function SchemaDocs() {
  const types = useSchema();
  return (
    <aside className={styles['docs']} aria-label="Schema">
      {types === null ? 'Reading the schema…' : <Docs types={types} />}
    </aside>
  );
}

function Docs({ types }: { readonly types: Types }) {
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const open = (name: string) => {
    setText('');
    setTrail((before) => [...before, name]);
  };
  const back = () => {
    setTrail((before) => before.slice(0, -1));
  };
  const shown = typesToShow(types, trail.at(-1), text.trim());
  return (
    <>
      <input
        className={styles['docsSearch']}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        placeholder="Find a type or field"
        aria-label="Find a type or field"
        spellCheck={false}
      />
      {trail.length > 0 && (
        <button type="button" className={styles['back']} onClick={back}>
          ← Back
        </button>
      )}
      {shown.map((type) => (
        <TypeDocs key={type.name} type={type} types={types} onOpen={open} />
      ))}
      {shown.length === 0 && <p className="subtle">Nothing is called that.</p>}
    </>
  );
}

function typesToShow(types: Types, current: string | undefined, text: string): SchemaType[] {
  if (text !== '') return find(types, text);
  return (current === undefined ? ENTRY_TYPES : [current]).flatMap((name) => types.get(name) ?? []);
}

function useSchema(): Types | null {
  const [types, setTypes] = useState<Types | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: INTROSPECTION }),
      signal: abort.signal,
    })
      .then((response) => response.json() as Promise<{ data?: { __schema: { types: SchemaType[] } } }>)
      .then(({ data }) => {
        setTypes(new Map((data?.__schema.types ?? []).map((type) => [type.name, type])));
      })
      .catch(() => undefined);
    return () => {
      abort.abort();
    };
  }, []);
  return types;
}

/** Types whose name fits, and types cut down to the fields whose name fits. */
function find(types: Types, text: string): SchemaType[] {
  const wanted = text.toLowerCase();
  const fits = (name: string) => name.toLowerCase().includes(wanted);
  const found = [...types.values()]
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type): SchemaType[] => {
      if (fits(type.name)) return [type];
      const fields = (type.fields ?? []).filter((field) => fits(field.name));
      return fields.length > 0 ? [{ ...type, fields }] : [];
    });
  return found.slice(0, MOST_FOUND);
}

interface TypeDocsProps {
  readonly type: SchemaType;
  readonly types: Types;
  readonly onOpen: (name: string) => void;
}

function TypeDocs({ type, types, onOpen }: TypeDocsProps) {
  return (
    <section style={{ paddingBottom: 16 }}>
      <h2>{type.name}</h2>
      {type.description && <p className={styles['about']}>{type.description}</p>}
      {[...(type.fields ?? []), ...(type.inputFields ?? [])].map((field) => (
        <FieldDocs key={field.name} field={field} types={types} onOpen={onOpen} />
      ))}
      {(type.enumValues ?? []).map((value) => (
        <div key={value.name} className={styles['field']}>
          <code>{value.name}</code>
          {value.description && <p className={styles['about']}>{value.description}</p>}
        </div>
      ))}
    </section>
  );
}

function FieldDocs({ field, types, onOpen }: Omit<TypeDocsProps, 'type'> & { readonly field: SchemaField }) {
  const leadsTo = innerName(field.type);
  const isScalar = types.get(leadsTo)?.kind === 'SCALAR';
  return (
    <div className={styles['field']}>
      {isScalar ? (
        <code>{signature(field)}</code>
      ) : (
        <button
          type="button"
          className={styles['signature']}
          onClick={() => {
            onOpen(leadsTo);
          }}
        >
          {signature(field)}
        </button>
      )}
      {field.description && <p className={styles['about']}>{field.description}</p>}
    </div>
  );
}
