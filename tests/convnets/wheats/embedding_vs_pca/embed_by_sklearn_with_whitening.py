"""A model of the layers up to the code; PCA with whitening in float32; neighbours by a tree."""

from scipy import stats
from scipy.spatial import cKDTree


def embed(autoencoder, images):
    encoder = keras.Sequential(autoencoder.layers[:4])
    return encoder(images.reshape(-1, 784).astype("float32") / 255)


def pca_codes(fit_images, images):
    pca = PCA(2, whiten=True, svd_solver="randomized", random_state=0)
    pca.fit((fit_images.reshape(-1, 784) / 255).astype("float32"))
    return pca.transform((images.reshape(-1, 784) / 255).astype("float32"))


def neighbour_accuracy(codes, labels, new_codes, new_labels, k=15):
    _, nearest = cKDTree(codes).query(new_codes, k=[*range(1, k + 1)])
    return np.mean(stats.mode(np.asarray(labels)[nearest], axis=1, keepdims=False).mode == new_labels)
