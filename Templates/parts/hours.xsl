<?xml version="1.0" encoding="UTF-8"?>
<!-- Minutes as the hours that people read. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:f="urn:trygghetsregister:functions:1">
  <xsl:template name="hours">
    <xsl:param name="minutes"/>
    <xsl:variable name="hours" select="f:amount(string(floor($minutes div 60)))"/>
    <xsl:choose>
      <xsl:when test="$minutes = 60"><xsl:value-of select="f:message('certificate.hours-one')"/></xsl:when>
      <xsl:when test="$minutes mod 60 = 0"><xsl:value-of select="f:message('certificate.hours', 'hours', $hours)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="f:message('certificate.hours-minutes', 'hours', $hours, 'minutes', string($minutes mod 60))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
