import Link from 'next/link';
import { CopyButton } from '../../components/text/copy-button';
import states from '../../components/states/states.module.css';
import styles from './home.module.css';

interface FirstStepsProps {
  readonly hasDelivery: boolean;
  readonly hasAsset: boolean;
  readonly hasOwner: boolean;
}

const INGEST = 'npx tributary ingest dbt ./target --namespace postgres://db.internal:5432';
const REGISTER = `mutation {
  registerAsset(input: { namespace: "postgres://db.internal:5432", name: "shop.public.orders", type: TABLE }) { id }
}`;

/** For a catalog that is still empty: what to do, ticked as it happens. */
export function FirstSteps({ hasDelivery, hasAsset, hasOwner }: FirstStepsProps) {
  return (
    <ol className={styles['steps']}>
      <li data-done={hasDelivery || undefined}>
        <h2>Connect a source</h2>
        <p>
          Make a token under <Link href="/admin/tokens">Tokens</Link>, then send what dbt wrote. The report shows what
          came in, what matched and what did not.
        </p>
        <Command text={INGEST} />
      </li>
      <li data-done={hasAsset || undefined}>
        <h2>Or register an asset by hand</h2>
        <p>
          In the <Link href="/explorer">API explorer</Link>, or from any program with a token.
        </p>
        <Command text={REGISTER} />
      </li>
      <li data-done={hasOwner || undefined}>
        <h2>Give it an owner</h2>
        <p>
          Open any asset and press edit beside its owner. What people say wins over what tools say; both stay visible.
        </p>
      </li>
    </ol>
  );
}

function Command({ text }: { readonly text: string }) {
  return (
    <div className={states['snippet']}>
      <pre tabIndex={0}>{text}</pre>
      <CopyButton text={text} what="the example" />
    </div>
  );
}
