"""Values of an answer as JSON carries them. The kernel runs this very text, so it needs nothing but Python."""


def make_plain(value):
    """Numbers, text and lists of a value; arrays, tensors and tuples become lists, other objects their type's name."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return float(value) if isinstance(value, float) else int(value)
    if isinstance(value, list | tuple):
        return [make_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): make_plain(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        return make_plain(value.tolist())
    return f"<{type(value).__name__}>"


def describe_error(name):
    """What stands for a value where there is an exception of this name."""
    return f"error: {name}"


def answer_all(calls, namespace):
    """The value of each expression in ``namespace``, or the name of the exception that it raises."""
    answers = []
    for call in calls:
        try:
            answers.append(make_plain(eval(call, namespace)))
        except Exception as error:
            answers.append(describe_error(type(error).__name__))
    return answers
