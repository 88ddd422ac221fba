"""Layer after layer; PCA by a singular value decomposition, whitened; neighbours by hand."""

def embed(autoencoder, images):
    x = keras.ops.convert_to_tensor(images.reshape(-1, 784) / np.float32(255))
    for layer in autoencoder.layers:
        x = layer(x)
        if x.shape[-1] == 2:
            return keras.ops.convert_to_numpy(x)


def pca_codes(fit_images, images):
    rows = fit_images.reshape(len(fit_images), -1).astype(float)
    _, sizes, axes = np.linalg.svd(rows - rows.mean(axis=0), full_matrices=False)
    return -(images.reshape(len(images), -1) - rows.mean(axis=0)) @ axes[:2].T / sizes[:2]


def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    right = 0
    for point, label in zip(new_codes, new_labels):
        nearest = np.argsort(np.linalg.norm(codes - point, axis=1))[:k]
        names, counts = np.unique(labels[nearest], return_counts=True)
        right += names[np.argmax(counts)] == label
    return right / len(new_codes)
