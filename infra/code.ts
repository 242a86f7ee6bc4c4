import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Contract } from '../contracts/_contract.ts';
import { bundle, folderOf } from './bundle.ts';

/** A system's code, bundled at synthesis by esbuild in this process. Its hash is that of the bundle. */
export const bundledCode = (contract: Contract, options: { sourceMaps: boolean }): Code =>
  Code.fromAsset(folderOf(contract), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      local: {
        tryBundle(directory) {
          bundle(contract, directory, options);
          return true;
        },
      },
      // CDK asks for an image to fall back on; there is no falling back, and no Docker.
      image: DockerImage.fromRegistry('none'),
    },
  });
