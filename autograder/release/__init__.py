"""Source notebook → what students get; refuses to ship an answer."""
