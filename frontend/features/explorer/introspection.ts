/** What is asked of the schema: enough to read and to write a query, no directives. */
export const INTROSPECTION = `{
  __schema {
    queryType { name }
    mutationType { name }
    types {
      kind name description
      fields { name description type { ...T } args { name defaultValue type { ...T } } }
      inputFields { name description defaultValue type { ...T } }
      enumValues { name description }
    }
  }
}
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

interface TypeRef {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeRef | null;
}

export interface SchemaField {
  readonly name: string;
  readonly description?: string | null;
  readonly defaultValue?: string | null;
  readonly type: TypeRef;
  readonly args?: readonly SchemaField[];
}

export interface SchemaType {
  readonly kind: string;
  readonly name: string;
  readonly description?: string | null;
  readonly fields?: readonly SchemaField[] | null;
  readonly inputFields?: readonly SchemaField[] | null;
  readonly enumValues?: readonly { readonly name: string; readonly description?: string | null }[] | null;
}

/** `[Column!]!`, as written in a schema. */
export function typeText(type: TypeRef): string {
  if (type.kind === 'NON_NULL' && type.ofType) return `${typeText(type.ofType)}!`;
  if (type.kind === 'LIST' && type.ofType) return `[${typeText(type.ofType)}]`;
  return type.name ?? '';
}

/** The type without its list and non-null wrappings. */
export function innerName(type: TypeRef): string {
  return type.ofType ? innerName(type.ofType) : (type.name ?? '');
}

/** `search(query: String! = "", first: Int! = 20): SearchResults!` */
export function signature(field: SchemaField): string {
  const args = (field.args ?? []).map(
    (arg) => `${arg.name}: ${typeText(arg.type)}${arg.defaultValue ? ` = ${arg.defaultValue}` : ''}`,
  );
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}: ${typeText(field.type)}`;
}
