'use client';

import { useRouter } from 'next/navigation';
import { showToast } from '../../components/shell/toasts';
import { useShortcut } from '../../components/shell/shortcuts';
import { ASSET_TABS, withAsset } from '../../components/url-state';

interface AssetKeysProps {
  readonly href: string;
  /** The moment shown; the way to other tabs keeps it. */
  readonly at: Date | null;
  readonly lineageHref: string;
  readonly impactHref: string;
  readonly name: string;
}

/** Keys of the asset page: 1 to 8 its tabs, l its lineage, i its impact, y its name. */
export function AssetKeys({ href, at, lineageHref, impactHref, name }: AssetKeysProps) {
  const router = useRouter();
  const goTo = (target: string) => () => {
    router.push(target);
  };
  const copyName = () => {
    void navigator.clipboard.writeText(name).then(() => {
      showToast({ message: 'The qualified name is copied.' });
    });
  };
  useShortcut({ keys: 'l', label: 'Lineage', group: 'Asset', run: goTo(lineageHref) });
  useShortcut({ keys: 'i', label: 'Impact of a change', group: 'Asset', run: goTo(impactHref) });
  useShortcut({ keys: 'y', label: 'Copy the qualified name', group: 'Asset', run: copyName });
  return ASSET_TABS.map((tab, index) => (
    <TabKey key={tab} digit={String(index + 1)} tab={tab} onPress={goTo(withAsset(href, { tab, at }))} />
  ));
}

interface TabKeyProps {
  readonly digit: string;
  readonly tab: string;
  readonly onPress: () => void;
}

function TabKey({ digit, tab, onPress }: TabKeyProps) {
  useShortcut({ keys: digit, label: `Tab: ${tab}`, group: 'Asset', run: onPress });
  return null;
}
