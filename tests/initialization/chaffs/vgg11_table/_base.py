"""A right answer in other words than the model answer; wrong answers change a line of it."""


def vgg11_table():
    height, width, channels = 224, 224, 3
    rows = [("INPUT", (224, 224, 3), 0)]
    for filters in (64, "P", 128, "P", 256, 256, "P", 512, 512, "P", 512, 512, "P"):
        if filters == "P":
            height, width = height // 2, width // 2
            rows.append(("POOL2", (height, width, channels), 0))
            continue
        parameters = filters * (9 * channels + 1)
        channels = filters
        rows.append((f"CONV3-{filters}", (height, width, channels), parameters))
        rows.append(("ReLU", (height, width, channels), 0))
    inputs = height * width * channels
    for units in (4096, 4096, 1000):
        rows.append((f"FC-{units}", (units,), units * (inputs + 1)))
        inputs = units
    rows.append(("SOFTMAX", (1000,), 0))
    return rows


def vgg11_summary():
    rows = vgg11_table()
    total = sum(row[2] for row in rows)
    fc = sum(row[2] for row in rows if row[0].startswith("FC"))
    return {"total": total, "fc_percent": 100 * fc / total}
